package dev.countersign.report.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes PDF from HTML. The HTML has to be well-formed XML, carry its styles, and name the fonts
 * {@code IBM Plex Sans} (400, 600, italic) and {@code IBM Plex Mono}, which are embedded; inline
 * SVG is drawn as vectors. Nothing is loaded from anywhere but {@code data:} addresses. The same
 * HTML gives the same bytes. Documents are tagged for screen readers (PDF/UA-1).
 */
public final class Pdf {
  private Pdf() {}

  /**
   * The document as bytes.
   *
   * @param html well-formed; escaped by whoever wrote it
   */
  public static byte[] of(String html, PdfInfo info) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument();
        BatikSVGDrawer svg = new BatikSVGDrawer();
        PdfBoxRenderer renderer = renderer(html, document, svg, bytes)) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      Metadata.write(document, info);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many pages the document would have; lays it out and draws nothing. */
  public static int pages(String html) {
    try (PDDocument document = new PDDocument();
        BatikSVGDrawer svg = new BatikSVGDrawer();
        PdfBoxRenderer renderer = renderer(html, document, svg, OutputStream.nullOutputStream())) {
      renderer.layout();
      return renderer.getRootBox().getLayer().getPages().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PdfBoxRenderer renderer(
      String html, PDDocument document, BatikSVGDrawer svg, OutputStream out) {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    Arrays.stream(PdfFont.values()).forEach(font -> font.addTo(builder));
    builder
        .withW3cDocument(Markup.parse(html), "")
        .useExternalResourceAccessControl(
            (uri, _) -> uri.startsWith("data:"),
            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .useExternalResourceAccessControl(
            (uri, _) -> uri.startsWith("data:"),
            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
        .useSVGDrawer(svg)
        .usePDDocument(document)
        .usePdfUaAccessibility(true)
        .toStream(out);
    PdfBoxRenderer renderer = builder.buildPdfRenderer();
    svg.fontResolver = new SvgFonts();
    return renderer;
  }
}
