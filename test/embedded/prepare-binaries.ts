// Prepares binaries as whoever runs this and says where they are: prepare-binaries.ts <folder> <copyTo>
import { prepareBinaries } from '#embedded/binaries.ts'

const [folder, copyTo] = process.argv.slice(2)
console.log(prepareBinaries({ folder: folder!, version: '0-test' }, null, copyTo!).folder)
