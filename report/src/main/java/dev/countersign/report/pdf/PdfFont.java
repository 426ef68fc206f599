package dev.countersign.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/** The fonts that every PDF carries: IBM Plex, under the SIL Open Font License. */
enum PdfFont {
  REGULAR("IBMPlexSans-Regular.ttf", "IBM Plex Sans", 400, FontStyle.NORMAL),
  ITALIC("IBMPlexSans-Italic.ttf", "IBM Plex Sans", 400, FontStyle.ITALIC),
  SEMI_BOLD("IBMPlexSans-SemiBold.ttf", "IBM Plex Sans", 600, FontStyle.NORMAL),
  MONO("IBMPlexMono-Regular.ttf", "IBM Plex Mono", 400, FontStyle.NORMAL);

  private final String family;
  private final int weight;
  private final FontStyle style;
  private final byte[] bytes;
  private final Font awt;

  PdfFont(String file, String family, int weight, FontStyle style) {
    this.family = family;
    this.weight = weight;
    this.style = style;
    this.bytes = read("/dev/countersign/report/font/" + file);
    this.awt = awt(bytes);
  }

  /** The font file. */
  byte[] bytes() {
    return bytes.clone();
  }

  void addTo(PdfRendererBuilder builder) {
    builder.useFont(() -> new ByteArrayInputStream(bytes), family, weight, style, true);
  }

  /** The same for measuring and placing text in pictures, at one point. */
  Font awt() {
    return awt;
  }

  /** Which of them a font made by {@link #awt} is. */
  static PdfFont of(Font font) {
    return Arrays.stream(values())
        .filter(ours -> ours.awt.getPSName().equals(font.getPSName()))
        .findFirst()
        .orElse(REGULAR);
  }

  private static Font awt(byte[] bytes) {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("a bundled font cannot be read", e);
    }
  }

  private static byte[] read(String resource) {
    try (InputStream in = Objects.requireNonNull(PdfFont.class.getResourceAsStream(resource))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
