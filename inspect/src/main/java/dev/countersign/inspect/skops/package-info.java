/** Models of skops: objects of scikit-learn as a tree in JSON, with arrays beside it. */
@NullMarked
package dev.countersign.inspect.skops;

import org.jspecify.annotations.NullMarked;
