/** What machine learning there is in a repository, found by reading its files and nothing else. */
@NullMarked
package dev.countersign.discover;

import org.jspecify.annotations.NullMarked;
