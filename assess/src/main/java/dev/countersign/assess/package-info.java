/**
 * From threats and answers to a verdict: resolutions, evidence, policy and findings. Read {@link
 * dev.countersign.assess.Assessor} first, then {@link dev.countersign.assess.Assessment}.
 */
@NullMarked
package dev.countersign.assess;

import org.jspecify.annotations.NullMarked;
