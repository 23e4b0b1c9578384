import { Canvas } from '../canvas.ts';
import { printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { wrapText } from '../fonts/text-width.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { defineDesign, type Layout } from '../specimen.ts';
import {
  type IndonesianValues,
  indonesianCardInfo,
  indonesianNormalCardInfo,
  inventIndonesian,
  printedBirth,
  printedCity,
  printedSex,
} from './values.ts';

type Plan = {
  readonly font: FamilyName;
  readonly nikFont: FamilyName;
  /** Start of the labels and of the colons, in pixels. */
  readonly labelX: number;
  readonly colonX: number;
  readonly backdrop: string;
};

/** Rows below the NIK, in the order of the card; three of the address are indented. */
function rowsOf(values: IndonesianValues) {
  const { place } = values;
  return [
    ['Nama', values.name, 'Nama'],
    ['Tempat/Tgl Lahir', printedBirth(values), 'TempatTglLahir'],
    ['Jenis kelamin', printedSex(values), 'JenisKelamin'],
    ['Alamat', values.street, 'Alamat'],
    ['   RT/RW', values.neighbourhood, 'RTRW'],
    ['   Kel/Desa', place.village, 'KelDesa'],
    ['   Kecamatan', place.district, 'Kecamatan'],
    ['Agama', values.faith, 'Agama'],
    ['Status Perkawinan', values.maritalState, 'StatusPerkawinan'],
    ['Pekerjaan', values.occupation, 'Perkerjaan'],
    ['Kewarganegaraan', 'WNI', 'KewargaNegaraan'],
    ['Berlaku Hingga', values.validUntil, 'BerlakuHingga'],
  ] as const;
}

const layout = (id: string, heldOut: boolean, plan: Plan): Layout<IndonesianValues> => ({
  ...{ id, heldOut },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, plan.font);
    printGround(canvas, random, { from: '#c3e2ef', to: '#a5cfe2', line: '#5f9cb8' });
    const { province } = values.place;
    canvas.text(600, 62, `PROVINSI ${province}`, {
      size: 38,
      anchor: 'middle',
      weight: 600,
      field: 'Provinsi',
    });
    canvas.text(600, 106, printedCity(values), { size: 38, anchor: 'middle', weight: 600, field: 'Kota' });
    const { labelX, colonX } = plan;
    const valueX = colonX + 20;
    canvas.text(labelX, 172, 'NIK', { size: 40, weight: 600 });
    canvas.text(labelX + 130, 172, ':', { size: 40, weight: 600 });
    canvas.text(labelX + 165, 172, values.nik, { size: 46, font: plan.nikFont, weight: 600, field: 'NIK' });
    let y = 226;
    for (const [label, value, field] of rowsOf(values)) {
      canvas.text(labelX + (label.startsWith(' ') ? 28 : 0), y, label.trim(), { size: 26 });
      canvas.text(colonX, y, ':', { size: 26 });
      const room = (field === 'JenisKelamin' ? 560 : 880) - valueX;
      const printed = wrapText(value, plan.font, 27, room, 500);
      canvas.lines(valueX, y, printed, 36, { size: 27, weight: 500, field });
      if (field === 'JenisKelamin') {
        canvas.text(620, y, 'Gol. Darah :', { size: 26 });
        canvas.text(790, y, values.bloodType, { size: 27, weight: 500, field: 'GolDarah' });
      }
      y += 41 + 36 * (printed.length - 1);
    }
    await printFace(
      canvas,
      face,
      { left: 910, top: 180, right: 1210, bottom: 575 },
      { backdrop: plan.backdrop },
    );
    layHaze(canvas, random);
    canvas.text(1060, 630, values.place.city, { size: 26, anchor: 'middle', within: 300 });
    canvas.text(1060, 664, values.issued, { size: 26, anchor: 'middle', field: 'IssuedDate' });
    canvas.draw(
      '<path d="M980 730q40-50 60 0t50-20 40 10 30-20" fill="none" stroke="#223" stroke-width="3"/>',
    );
    canvas.reserved.push({ left: 970, top: 690, right: 1170, bottom: 750 });
    printMicroText(canvas, 790, 'REPUBLIK SPECIMEN');
    return [canvas];
  },
});

export const indonesiaDesign = defineDesign<IndonesianValues>({
  type: 'IndonesiaIDCard',
  layouts: [
    layout('arial', false, { font: 'arial', nikFont: 'arial', labelX: 44, colonX: 300, backdrop: '#c8342b' }),
    layout('ocr', false, { font: 'condensed', nikFont: 'ocr', labelX: 50, colonX: 310, backdrop: '#2456a6' }),
    layout('helvetica', true, {
      font: 'helvetica',
      nikFont: 'typewriter',
      labelX: 36,
      colonX: 320,
      backdrop: '#2456a6',
    }),
    layout('narrow', true, {
      font: 'narrow',
      nikFont: 'cockpit',
      labelX: 60,
      colonX: 290,
      backdrop: '#c8342b',
    }),
  ],
  invent: inventIndonesian,
  cardInfo: indonesianCardInfo,
  normalCardInfo: indonesianNormalCardInfo,
});
