/**
 * What a diagram shows, before anything has a place: nodes, links and zones. Read {@link
 * dev.countersign.report.diagram.scene.Scene} first.
 */
@NullMarked
package dev.countersign.report.diagram.scene;

import org.jspecify.annotations.NullMarked;
