/**
 * The commands: one class each, with its options and its help. Read {@link
 * dev.countersign.cli.command.CheckCommand} first.
 */
@NullMarked
package dev.countersign.cli.command;

import org.jspecify.annotations.NullMarked;
