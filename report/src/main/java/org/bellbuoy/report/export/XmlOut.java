package org.bellbuoy.report.export;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML as it is written by StAX, with text from outside made fit first: XML 1.0 can hold no control
 * characters at all, not even escaped.
 */
final class XmlOut {
  private final XMLStreamWriter xml;

  private XmlOut(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static XmlOut to(Writer writer) throws IOException {
    try {
      return new XmlOut(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  XmlOut declaration() throws IOException {
    return told(() -> xml.writeStartDocument("UTF-8", "1.0"));
  }

  XmlOut open(String name) throws IOException {
    return told(() -> xml.writeStartElement(name));
  }

  XmlOut empty(String name) throws IOException {
    return told(() -> xml.writeEmptyElement(name));
  }

  XmlOut close() throws IOException {
    return told(xml::writeEndElement);
  }

  XmlOut attribute(String name, String value) throws IOException {
    return told(() -> xml.writeAttribute(name, PlainText.line(value)));
  }

  /** An element with text in it. */
  XmlOut element(String name, String text) throws IOException {
    return open(name).text(text).close();
  }

  /** Text on one line. */
  XmlOut text(String text) throws IOException {
    return told(() -> xml.writeCharacters(PlainText.line(text)));
  }

  /** A line end, for people who read along. */
  XmlOut lineEnd() throws IOException {
    return told(() -> xml.writeCharacters("\n"));
  }

  /** Writes out what is held back; the writer below stays open. */
  void flush() throws IOException {
    told(xml::flush);
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  @com.google.errorprone.annotations.CanIgnoreReturnValue
  private XmlOut told(Step step) throws IOException {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
