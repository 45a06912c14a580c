package org.bellbuoy.atlas;

/** How finely the coastline is drawn. */
public enum Scale {
  /** 1:10 million: most islands a ship could hide behind; for judging positions. */
  M10("land-10m.bin"),
  /** 1:50 million: an eighth of the points; for overview maps. */
  M50("land-50m.bin");

  private final String resource;

  Scale(String resource) {
    this.resource = resource;
  }

  String resource() {
    return resource;
  }
}
