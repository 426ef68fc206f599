package dev.countersign.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  PdfFont(String file, String family, int weight, FontStyle style) {
    this.family = family;
    this.weight = weight;
    this.style = style;
    this.bytes = read("/dev/countersign/report/font/" + file);
  }

  /** The font file. */
  byte[] bytes() {
    return bytes.clone();
  }

  void addTo(PdfRendererBuilder builder) {
    builder.useFont(() -> new ByteArrayInputStream(bytes), family, weight, style, true);
  }

  /** A renderer gives its drawer of pictures no fonts, so each is added by hand. */
  void addTo(BatikSVGDrawer drawer) {
    try {
      drawer.addFontStream(() -> new ByteArrayInputStream(bytes), family, svgWeight(), style);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(name() + " cannot be read", e);
    }
  }

  /** Batik and the library disagree on which constant 600 is; both know 700. */
  private int svgWeight() {
    return weight == 600 ? 700 : weight;
  }

  private static byte[] read(String resource) {
    try (InputStream in = Objects.requireNonNull(PdfFont.class.getResourceAsStream(resource))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
