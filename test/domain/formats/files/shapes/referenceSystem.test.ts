import { describe, expect, it } from 'vitest';
import { systemOfEpsg, systemOfName, systemOfWkt } from '../../../../../domain/formats/files/shapes/referenceSystem.ts';
import { distanceMeters } from '../../../../../domain/geometry/localFrame.ts';
import { cadastralGrid105, toVn2000, utm48 } from '../../../../../domain/geometry/vn2000.ts';
import { gridOfEpsg } from '../../../../../domain/geometry/vn2000Grids.ts';

const esri = (name: string, datum: string, meridian: number, scale = 0.9999) =>
  `PROJCS["${name}",GEOGCS["GCS_VN-2000",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],` +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],' +
  `PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],` +
  `PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

const wkt2 = `PROJCRS["VN-2000 / TM-3 zone 482",BASEGEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257223563]]],
  CONVERSION["Vietnam TM-3 zone 482",METHOD["Transverse Mercator",ID["EPSG",9807]],
  PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],
  PARAMETER["Longitude of natural origin",105,ANGLEUNIT["degree",0.0174532925199433]],
  PARAMETER["Scale factor at natural origin",0.9999],PARAMETER["False easting",500000],PARAMETER["False northing",0]],
  CS[Cartesian,2],AXIS["northing (X)",north],AXIS["easting (Y)",east],LENGTHUNIT["metre",1],ID["EPSG",5897]]`;

describe('what a .prj says', () => {
  it.each([
    ['Esri of EPSG:5897', esri('VN_2000_TM-3_zone_482', 'D_Vietnam_2000', 105), cadastralGrid105],
    ['a name of the office', esri('VN2000_KTT105d45_mui3', 'D_unknown', 105.75), gridOfEpsg(9210)],
    ['UTM', esri('VN_2000_UTM_Zone_48N', 'D_Vietnam_2000', 105, 0.9996), utm48],
    ['WKT 2', wkt2, cadastralGrid105],
    [
      'a shift alone, with the rotations the wrong way round',
      esri(
        'Custom',
        'D_Custom"],TOWGS84[-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278],X["',
        105,
      ).replace('GCS_VN-2000', 'GCS_Custom'),
      cadastralGrid105,
    ],
  ])('%s is our own definition of a grid of VN-2000', (_, wkt, grid) => {
    expect(systemOfWkt(wkt)).toEqual({ kind: 'grid', grid });
  });

  it('a meridian of a province is a grid of its own; another origin is none that we know', () => {
    expect(systemOfWkt(esri('VN2000_Custom', 'D_VN2000', 106.1))).toMatchObject({
      kind: 'grid',
      grid: { centralMeridianDegrees: 106.1, scale: 0.9999 },
    });
    expect(systemOfWkt(esri('VN2000', 'D_VN2000', 105).replace('500000.0', '0.0'))).toMatchObject({ kind: 'unknown' });
  });

  it('degrees of VN-2000 are 200 m from those of WGS 84', () => {
    const system = systemOfWkt(
      'GEOGCS["GCS_VN-2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]]]',
    );
    if (system.kind !== 'converted') throw new Error(system.kind);
    expect(distanceMeters(system.convert(toVn2000([105.79, 20.01])), [105.79, 20.01])).toBeLessThan(0.001);
  });

  it('other planes of WGS 84 are converted; a datum without a known shift is not guessed', () => {
    const utm = esri('WGS_1984_UTM_Zone_48N', 'D_WGS_1984', 105, 0.9996).replace('GCS_VN-2000', 'GCS_WGS_1984');
    const system = systemOfWkt(utm);
    if (system.kind !== 'converted') throw new Error(system.kind);
    const there = system.convert([582_243.0, 2_213_000.0]);
    expect(there[0]).toBeCloseTo(105.787, 2);
    const indian = utm.replaceAll('WGS_1984', 'Indian_1960').replace('D_WGS', 'D_Indian');
    expect(systemOfWkt(indian)).toMatchObject({ kind: 'unknown' });
    expect(systemOfWkt('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]')).toEqual({ kind: 'recognised' });
    expect(systemOfWkt('')).toEqual({ kind: 'recognised' });
    expect(systemOfWkt('no text of a reference system')).toMatchObject({ kind: 'unknown' });
  });
});

it('names and codes of reference systems are read in all their forms', () => {
  expect(systemOfName('urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual({ kind: 'recognised' });
  for (const name of ['EPSG:5897', 'urn:ogc:def:crs:EPSG::5897', 'http://www.opengis.net/def/crs/EPSG/0/5897']) {
    expect(systemOfName(name)).toEqual({ kind: 'grid', grid: cadastralGrid105 });
  }
  expect(systemOfEpsg(4756)).toMatchObject({ kind: 'converted', isVn2000: true });
  expect(systemOfName('EPSG:4147')).toEqual({ kind: 'unknown', name: 'EPSG:4147' });
  const mercator = systemOfEpsg(3857);
  expect(mercator.kind === 'converted' && mercator.convert([11_776_488.93, 2_273_030.93])[0]).toBeCloseTo(105.79, 4);
});
