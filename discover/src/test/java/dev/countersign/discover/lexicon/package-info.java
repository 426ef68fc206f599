@NullMarked
package dev.countersign.discover.lexicon;

import org.jspecify.annotations.NullMarked;
