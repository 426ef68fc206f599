/**
 * The libraries that lock files fix, of every ecosystem that has such files. Read {@link
 * dev.countersign.bom.lock.LockFiles} first.
 */
@NullMarked
package dev.countersign.bom.lock;

import org.jspecify.annotations.NullMarked;
