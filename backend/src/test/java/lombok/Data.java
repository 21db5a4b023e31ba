package lombok;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the library that the house does not have. */
@Retention(RetentionPolicy.CLASS)
public @interface Data {}
