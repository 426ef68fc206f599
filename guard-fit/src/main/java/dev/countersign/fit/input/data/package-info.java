/** Tables to fit and to score: CSV, Parquet and NumPy's arrays, read row by row and bounded. */
@NullMarked
package dev.countersign.fit.input.data;

import org.jspecify.annotations.NullMarked;
