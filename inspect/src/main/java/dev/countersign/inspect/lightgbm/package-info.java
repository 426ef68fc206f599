/** Models of LightGBM: text that describes trees, and no code. */
@NullMarked
package dev.countersign.inspect.lightgbm;

import org.jspecify.annotations.NullMarked;
