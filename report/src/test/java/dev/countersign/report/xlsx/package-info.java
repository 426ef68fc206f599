/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.xlsx;

import org.jspecify.annotations.NullMarked;
