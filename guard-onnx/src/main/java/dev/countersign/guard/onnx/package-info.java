/**
 * Classifiers of prompts as ONNX files, for the prompt gate: {@link
 * dev.countersign.guard.onnx.OnnxClassifier}, described by a file that {@link
 * dev.countersign.guard.onnx.OnnxFile} reads.
 */
@NullMarked
package dev.countersign.guard.onnx;

import org.jspecify.annotations.NullMarked;
