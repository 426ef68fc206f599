/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.onepage;

import org.jspecify.annotations.NullMarked;
