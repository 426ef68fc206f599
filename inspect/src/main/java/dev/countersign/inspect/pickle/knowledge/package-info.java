/**
 * What is known of the names that pickles import: read {@link
 * dev.countersign.inspect.pickle.knowledge.Knowledge} first. The knowledge is data, one text file a
 * library.
 */
@NullMarked
package dev.countersign.inspect.pickle.knowledge;

import org.jspecify.annotations.NullMarked;
