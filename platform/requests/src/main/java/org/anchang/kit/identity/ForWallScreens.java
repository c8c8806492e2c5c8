package org.anchang.kit.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A screen on a wall may ask for this too ([Role#WALL_SCREEN]): there is nothing in it that visitors may not see.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ForWallScreens {}
