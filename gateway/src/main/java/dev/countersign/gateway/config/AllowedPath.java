package dev.countersign.gateway.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that goes through without a gate.
 *
 * @param method of the request, in capitals
 * @param path the whole of it, or what it begins with
 * @param prefix whether it is what it begins with
 */
public record AllowedPath(String method, String path, boolean prefix) {
  private static final Pattern FORM =
      Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE) (/[A-Za-z0-9._~/-]*)(\\*?)");

  /** As it is written: {@code GET /v1/files/*}. */
  static Optional<AllowedPath> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new AllowedPath(form.group(1), form.group(2), !form.group(3).isEmpty()))
        : Optional.empty();
  }

  /** Whether a request may go through. */
  public boolean admits(String asked, String at) {
    return method.equals(asked) && (prefix ? at.startsWith(path) : at.equals(path));
  }
}
