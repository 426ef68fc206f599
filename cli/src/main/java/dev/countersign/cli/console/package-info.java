/**
 * What the process offers a command: streams, environment, terminal, files to write. Read {@link
 * dev.countersign.cli.console.Console} first.
 */
@NullMarked
package dev.countersign.cli.console;

import org.jspecify.annotations.NullMarked;
