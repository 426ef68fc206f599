/** Models of CatBoost: trees in FlatBuffers, and no code. */
@NullMarked
package dev.countersign.inspect.catboost;

import org.jspecify.annotations.NullMarked;
