package org.bellbuoy.server.config;

import java.io.Reader;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens XML that an attacker may have written: no document type, no entities but the five, nothing
 * fetched. Thread safe.
 */
public final class SafeXml {
  private SafeXml() {}

  /** A reader over the text. */
  public static XMLStreamReader open(Reader text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new java.io.ByteArrayInputStream(new byte[0]));
    return factory.createXMLStreamReader(text);
  }

  /** A reader over a text. */
  public static XMLStreamReader open(String text) throws XMLStreamException {
    return open(new StringReader(text));
  }
}
