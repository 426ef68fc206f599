/**
 * What a git repository remembers of single files. It is only read: no program runs, no hook, no
 * filter. Read {@link dev.countersign.cli.git.GitHistory} first.
 */
@NullMarked
package dev.countersign.cli.git;

import org.jspecify.annotations.NullMarked;
