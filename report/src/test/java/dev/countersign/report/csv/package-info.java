/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.csv;

import org.jspecify.annotations.NullMarked;
