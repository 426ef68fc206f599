package dev.countersign.report.pdf;

import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Writes what a PDF says about itself, and nothing of the moment or the machine it was made on. */
final class Metadata {
  /** Any fixed number: it goes into the digest that identifies the file. */
  private static final long ID = 1;

  private Metadata() {}

  static void write(PDDocument document, PdfInfo info) {
    document.setDocumentId(ID);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(info.title());
    information.setAuthor(info.author());
    information.setSubject(info.subject());
    information.setCreator("Countersign");
    information.setProducer("openhtmltopdf");
    information.setCreationDate(midnight(info));
    information.setModificationDate(midnight(info));
    document.setDocumentInformation(information);
  }

  private static Calendar midnight(PdfInfo info) {
    return GregorianCalendar.from(info.day().atStartOfDay(ZoneOffset.UTC));
  }
}
