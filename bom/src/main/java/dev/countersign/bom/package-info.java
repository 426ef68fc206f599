/**
 * Bills of materials for systems with machine-learned models: what they are made of, gathered from
 * the threat model, the artefacts and the lock files, as CycloneDX and as SPDX. Read {@link
 * dev.countersign.bom.Bill} first.
 */
@NullMarked
package dev.countersign.bom;

import org.jspecify.annotations.NullMarked;
