/**
 * Inventories of one or many repositories: which folders, looked through with the cache, shown as
 * text, JSON and CSV. Read {@link dev.countersign.cli.discover.Looking} first.
 */
@NullMarked
package dev.countersign.cli.discover;

import org.jspecify.annotations.NullMarked;
