/**
 * SLSA provenance v1: which inputs a build, here a training run, made an artefact of. Read {@link
 * dev.countersign.provenance.slsa.TrainingProvenance} first.
 */
@NullMarked
package dev.countersign.provenance.slsa;

import org.jspecify.annotations.NullMarked;
