/**
 * What is known about attacks on machine learning: families with their triggers, controls, and the
 * public catalogues that both cite. Read {@link dev.countersign.knowledge.Knowledge} first.
 */
@NullMarked
package dev.countersign.knowledge;

import org.jspecify.annotations.NullMarked;
