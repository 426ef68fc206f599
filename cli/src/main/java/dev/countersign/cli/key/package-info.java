/**
 * Keys that sign: made, written so that nobody else can read them, and described. Read {@link
 * dev.countersign.cli.key.NewKeyFiles} first.
 */
@NullMarked
package dev.countersign.cli.key;

import org.jspecify.annotations.NullMarked;
