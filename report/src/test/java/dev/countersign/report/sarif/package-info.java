/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.sarif;

import org.jspecify.annotations.NullMarked;
