/** Models of XGBoost, in JSON, UBJSON and the binary form of old: trees, and no code. */
@NullMarked
package dev.countersign.inspect.xgboost;

import org.jspecify.annotations.NullMarked;
