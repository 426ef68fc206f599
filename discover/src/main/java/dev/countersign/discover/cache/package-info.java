/**
 * What was seen in files that have not changed since, kept between runs. Read {@link
 * dev.countersign.discover.cache.Cache} first.
 */
@NullMarked
package dev.countersign.discover.cache;

import org.jspecify.annotations.NullMarked;
