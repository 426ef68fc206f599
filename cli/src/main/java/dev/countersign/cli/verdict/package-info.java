/**
 * What every format says about a checked system, before it is rendered: the counts and what to do
 * next. Read {@link dev.countersign.cli.verdict.Checked} first.
 */
@NullMarked
package dev.countersign.cli.verdict;

import org.jspecify.annotations.NullMarked;
