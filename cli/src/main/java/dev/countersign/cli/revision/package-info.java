/**
 * Systems as they were at a revision of a git repository. The repository is only read: no program
 * runs, no hook, no filter, and nothing is written but a private folder that is deleted again. Read
 * {@link dev.countersign.cli.revision.Revisions} first.
 */
@NullMarked
package dev.countersign.cli.revision;

import org.jspecify.annotations.NullMarked;
