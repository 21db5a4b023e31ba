package dev.kurir.platform.web;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** Opens the filters to tests of other packages. */
@TestConfiguration(proxyBeanMethods = false)
@Import({RequestId.class, BodyLimit.class})
public class WebFixture {}
