package dev.countersign.report.onepage;

import dev.countersign.report.html.Html;

/**
 * The page as HTML.
 *
 * @param page what stands on it
 * @param screen whether people also read it on a screen; if not, it carries nothing but what is
 *     needed on paper
 */
public record OnePageHtml(Page page, boolean screen) {
  /** For a browser: fits its window, light or dark, and prints as one page. */
  static String forScreen(Page page) {
    return Html.of("onepage/page.jte", new OnePageHtml(page, true));
  }

  /** For paper. */
  static String forPrint(Page page) {
    return Html.of("onepage/page.jte", new OnePageHtml(page, false));
  }
}
