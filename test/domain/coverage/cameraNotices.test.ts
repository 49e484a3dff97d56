import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../domain/checks/findings.ts';
import { camerasWithoutNotice, noticeFor } from '../../../domain/coverage/cameraNotices.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import { applyChange } from '../../../domain/records/world.ts';
import { aCamera, aRoad, aSign, anEdit, at, aWorld, newId } from '../builders.ts';

const camera = aCamera(at(0, 3), { owner: 'village', facingDegrees: 135 });
const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });

describe('a camera over a public place is announced', () => {
  it('one of a household or that is broken is not asked about', () => {
    const others = [aCamera(at(0, 0), { owner: 'household' }), aCamera(at(0, 0), { state: 'broken' })];
    expect(camerasWithoutNotice(aWorld(camera, ...others))).toEqual([camera]);
  });

  it('a sign nearby that says "camera" announces it, until it is taken down', () => {
    const sign = aSign(at(20, 3), { faces: ['Khu vực có Camera'] });
    expect(camerasWithoutNotice(aWorld(camera, sign))).toEqual([]);
    expect(camerasWithoutNotice(aWorld(camera, { ...sign, state: 'removed' }))).toEqual([camera]);
    expect(camerasWithoutNotice(aWorld(camera, { ...sign, place: at(40, 3) }))).toEqual([camera]);
    expect(camerasWithoutNotice(aWorld(camera, { ...sign, faces: ['ĐƯỜNG LÀNG'] }))).toEqual([camera]);
  });

  it('the sign that is added is accepted, looks as the camera does, and no check finds fault with it', () => {
    const world = aWorld(camera, road);
    const change = run(world, anEdit(world, 'sign.addMany', { signs: [noticeFor(camera, newId())] }));
    if (isRefusal(change)) throw new Error(change.code);
    expect(change.created[0]).toMatchObject({ facingDegrees: 135, place: camera.place, state: 'planned' });
    const after = applyChange(world, change);
    expect(camerasWithoutNotice(after)).toEqual([]);
    const about = (of: typeof world) => allFindings(of).map(({ checkId }) => checkId);
    expect(about(after)).toEqual(about(world));
  });
});
