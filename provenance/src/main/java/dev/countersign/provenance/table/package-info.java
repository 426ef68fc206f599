/**
 * What is in files that are tables. Whatever a file holds, the answer is a {@link
 * dev.countersign.provenance.Table}; nothing is thrown. Read {@link
 * dev.countersign.provenance.table.TableScan} first.
 */
@NullMarked
package dev.countersign.provenance.table;

import org.jspecify.annotations.NullMarked;
