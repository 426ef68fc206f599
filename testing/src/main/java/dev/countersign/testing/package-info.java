/**
 * What the tests of several modules share: files of expected output, systems made by hand, the
 * published contracts. Nothing that ships depends on it.
 */
@NullMarked
package dev.countersign.testing;

import org.jspecify.annotations.NullMarked;
