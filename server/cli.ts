/** `npm run sonha -- …`: villages, accounts, backup and restore from the terminal, beside or before the server. */
import { backup, restore } from './commands/backup.ts';
import type { Command } from './commands/command.ts';
import { addUser, changePassword, disableUser, listUsers } from './commands/user.ts';
import { number } from './commands/number/number.ts';
import { paperPlace } from './commands/paperPlace.ts';
import { createVillage, showVillages } from './commands/village.ts';
import { LaunchError } from './errors.ts';
import { reportTo } from './report.ts';
import { stopOnFailure } from './stopOnFailure.ts';

const help = `Số Nhà, dòng lệnh: npm run sonha -- LỆNH

  village create --name TÊN --roads ĐƯỜNG.geojson --buildings NHÀ.geojson
                 [--boundary RANH_GIỚI.geojson] [--addresses ĐỊA_CHỈ.geojson] [--as QUẢN_TRỊ]
  village list
  number         --roads ĐƯỜNG.geojson --houses NHÀ.geojson [--buildings CÔNG_TRÌNH_KHÁC.geojson]
                 [--profile vn-2024] [--keep-numbers] --out KẾT_QUẢ.geojson
                 không cần cơ sở dữ liệu; --out -: ra ống dẫn; --keep-numbers: giữ số nhà của tệp (addr:housenumber)
                 thuộc tính riêng trùng tên với kết quả được giữ với tiền tố given:
  vn2000         --x BẮC --y ĐÔNG --village MÃ_HOẶC_TÊN         toạ độ trên giấy địa chính nằm ở đâu
  user add       --username TÊN --role admin|officer|head|telecom|viewer [--village MÃ_HOẶC_TÊN] [--name HỌ_TÊN]
                 [--password-stdin | --generate]    không có --village: vai trò ở mọi thôn
  user password  --username TÊN [--password-stdin | --generate]
  user disable   --username TÊN
  user list
  backup         [TỆP]
  restore        TỆP [--force]                      --force: thay toàn bộ dữ liệu đang có

Mọi lệnh nhận --data THƯ_MỤC (mặc định var/); biến DATABASE_URL dùng PostgreSQL thay cho cơ sở dữ liệu nhúng.
Với cơ sở dữ liệu nhúng, hãy dừng máy chủ (Ctrl+C) trước khi chạy lệnh.`;

const commands: Readonly<Record<string, Command>> = {
  'village create': createVillage,
  'village list': showVillages,
  'user add': addUser,
  'user password': changePassword,
  'user disable': disableUser,
  'user list': listUsers,
  backup,
  restore,
  number,
  vn2000: paperPlace,
};

const say = (line: string) => void process.stdout.write(`${line}\n`);
const note = (line: string) => void process.stderr.write(`${line}\n`);

await stopOnFailure(reportTo(note), async () => {
  const args = process.argv.slice(2);
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return say(help);
  const [first = '', second = '', ...rest] = args;
  const pair = commands[`${first} ${second}`];
  const command = pair ?? commands[first];
  if (!command)
    throw new LaunchError('command-unknown', `Không có lệnh "${args.join(' ')}". Xem: npm run sonha -- --help`);
  await command(pair ? rest : args.slice(1), { say, note, clock: () => new Date(), environment: process.env });
});
