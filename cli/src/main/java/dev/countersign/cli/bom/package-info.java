/**
 * Bills of materials on the command line. Read {@link dev.countersign.cli.bom.AskedSystems} first.
 */
@NullMarked
package dev.countersign.cli.bom;

import org.jspecify.annotations.NullMarked;
