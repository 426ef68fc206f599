/** Tests of the command line, end to end and format by format. */
@NullMarked
package dev.countersign.cli;

import org.jspecify.annotations.NullMarked;
