package dev.kurir.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Opens the filters to tests of other packages. */
@Configuration(proxyBeanMethods = false)
@Import({RequestId.class, BodyLimit.class})
public class WebFixture {}
