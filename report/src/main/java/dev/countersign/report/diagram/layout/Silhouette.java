package dev.countersign.report.diagram.layout;

import dev.countersign.model.ElementKind;

/**
 * How much room the shape of a kind needs around its text.
 *
 * @param left pixels
 * @param top pixels
 * @param right pixels
 * @param bottom pixels
 */
record Silhouette(double left, double top, double right, double bottom) {
  static Silhouette of(ElementKind kind) {
    return switch (kind) {
      case ACTOR -> new Silhouette(30, 6, 14, 6);
      case DATASET -> new Silhouette(10, 14, 10, 10);
      case STORE -> new Silhouette(10, 18, 10, 10);
      case MODEL -> new Silhouette(28, 7, 12, 7);
      case COMPONENT -> new Silhouette(13, 9, 13, 9);
      case CHANNEL -> new Silhouette(18, 6, 18, 6);
      case PROMPT -> new Silhouette(10, 6, 16, 6);
      case CORPUS -> new Silhouette(10, 6, 16, 12);
      case MEMORY -> new Silhouette(16, 10, 10, 6);
      case TOOL -> new Silhouette(15, 6, 15, 6);
      case MCP_SERVER -> new Silhouette(10, 12, 10, 6);
      case OUTPUT -> new Silhouette(10, 6, 10, 14);
      case DECISION -> new Silhouette(22, 6, 22, 6);
      case FEEDBACK_LOOP -> new Silhouette(30, 6, 16, 6);
      case ZONE, FLOW -> new Silhouette(12, 8, 16, 12);
    };
  }
}
