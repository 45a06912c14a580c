package org.bellbuoy.sea.feed;

/** The ways AIS comes in. */
public enum FeedFormat {
  /** NMEA 0183 sentences with or without tag blocks, one a line. */
  NMEA("nmea"),
  /** NOAA MarineCadastre CSV, both header styles. */
  MARINECADASTRE("marinecadastre"),
  /** Danish Maritime Authority CSV. */
  DMA("dma"),
  /**
   * Hourly log of the Santa Barbara amateur radio club, fields between semicolons, date in the file
   * name.
   */
  SBARC("sbarc"),
  /** exactEarth CSV with some 140 columns. */
  EXACTEARTH("exactearth"),
  /** Fintraffic Digitraffic JSON: vessel locations as GeoJSON or lists of vessels. */
  DIGITRAFFIC("digitraffic"),
  /** aisstream.io messages, one JSON object a line. */
  AISSTREAM("aisstream"),
  /**
   * A plain CSV with at least time, MMSI, latitude and longitude in columns that name themselves.
   */
  CSV("csv");

  private final String word;

  FeedFormat(String word) {
    this.word = word;
  }

  /** The word for {@code --format}. */
  public String word() {
    return word;
  }
}
