/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.diagram.layout;

import org.jspecify.annotations.NullMarked;
