/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.diagram.scene;

import org.jspecify.annotations.NullMarked;
