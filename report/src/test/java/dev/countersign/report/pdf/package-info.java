/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.pdf;

import org.jspecify.annotations.NullMarked;
