/**
 * The detectors, one class for each family of files. Read {@link dev.countersign.discover.Detector}
 * first; what names mean is in {@link dev.countersign.discover.lexicon}.
 */
@NullMarked
package dev.countersign.discover.detect;

import org.jspecify.annotations.NullMarked;
