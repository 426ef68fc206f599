/**
 * From threats and answers to a verdict: resolutions, evidence, policy and findings. Read {@link
 * dev.countersign.assess.Assessment} first.
 */
@NullMarked
package dev.countersign.assess;

import org.jspecify.annotations.NullMarked;
